package io.calllog.local;

import io.calllog.local.autoconfigure.DemoAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application that uses both servers until it has stopped. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DemoAutoConfiguration.class) // It has no tables.
class StoringApplication {

  /** Leaves a trace in each server and runs until it is stopped. */
  public static void main(String[] arguments) throws Exception {
    var context = SpringApplication.run(StoringApplication.class, arguments);
    context
        .getBean(JdbcClient.class)
        .sql("CREATE TABLE traces AS SELECT 'was here' AS text")
        .update();
    context.getBean(StringRedisTemplate.class).opsForValue().set("trace", "was-here");
    System.out.println("APPLICATION RUNS");
    // Returns when the parent process has ended. Then this one must not remain.
    System.exit(System.in.read());
  }

  @Bean
  LastRequest lastRequest(JdbcClient database, StringRedisTemplate cache) {
    return new LastRequest(database, cache);
  }

  /** Stops in the phase in which a web server completes its requests. */
  static final class LastRequest implements SmartLifecycle {

    private final JdbcClient database;
    private final StringRedisTemplate cache;
    private volatile boolean running;

    LastRequest(JdbcClient database, StringRedisTemplate cache) {
      this.database = database;
      this.cache = cache;
    }

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      // A server that stops on the same signal would have ended after a second.
      String waited =
          database.sql("SELECT 'ANSWERED' FROM pg_sleep(1)").query(String.class).single();
      cache.opsForValue().set("last", waited);
      System.out.println("LAST REQUEST " + cache.opsForValue().get("last"));
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
