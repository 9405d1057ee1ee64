package io.calllog.local.autoconfigure;

import io.calllog.local.demo.DemoAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application that uses both services up to its last moment. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DemoAutoConfiguration.class) // it has no tables to fill
class StoringApplication {

  public static void main(String[] arguments) throws Exception {
    SpringApplication.run(StoringApplication.class, arguments);
    System.out.println("APPLICATION RUNS");
    // The other end is closed when the parent is gone: then this one must not stay either.
    System.exit(System.in.read());
  }

  @Bean
  LastRequest lastRequest(JdbcClient database, StringRedisTemplate cache) {
    return new LastRequest(database, cache);
  }

  /** Stops in the same phase as a web server does, which answers the requests it has. */
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
      // Long enough for a server that got the same signal to be gone.
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
