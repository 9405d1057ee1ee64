package io.calllog.local;

import java.nio.file.Path;

/** A run that starts both servers, leaves a trace in each, says so and stays until it is ended. */
public final class HoldingServices {

  private HoldingServices() {}

  public static void main(String[] arguments) throws Exception {
    LocalServices services = LocalServices.in(Path.of(arguments[0]), DataLifetime.KEPT);
    Clients.execute(services.postgres(), "CREATE TABLE IF NOT EXISTS traces (text text)");
    Clients.execute(services.postgres(), "INSERT INTO traces VALUES ('was here')");
    Clients.redis(services.redis(), "SET trace was-here");
    System.out.println("SERVICES RUN");
    // The other end is closed when the parent is gone: then this one must not stay either.
    int end = System.in.read();
    System.exit(end);
  }
}
