package io.calllog.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Minimal clients of the two servers. */
final class Clients {

  private Clients() {}

  static void execute(PostgresConnection postgres, String sql) {
    connect(postgres).sql(sql).update();
  }

  /** The only value of the result, as text. */
  static String query(PostgresConnection postgres, String sql) {
    return connect(postgres).sql(sql).query(String.class).single();
  }

  /** The first line of the reply to a command. */
  static String redis(RedisConnection redis, String command) {
    try (Socket socket = new Socket(redis.host(), redis.port())) {
      String request = "AUTH " + redis.password() + "\r\n" + command + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader replies =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      replies.readLine();
      return String.valueOf(replies.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JdbcClient connect(PostgresConnection postgres) {
    return JdbcClient.create(
        new DriverManagerDataSource(postgres.url(), postgres.username(), postgres.password()));
  }
}
