package io.calllog.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx in front of two nodes, with the configuration of {@code deploy/nginx}. */
final class Nginx implements AutoCloseable {

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Nginx start(Path directory, int port, int firstNode, int secondNode) throws IOException {
    Path configuration = directory.resolve("nginx.conf");
    String deployed = Files.readString(Path.of("../deploy/nginx/nginx.conf"));
    Files.writeString(
        configuration,
        deployed
            .replace("app-1:8080", "127.0.0.1:" + firstNode)
            .replace("app-2:8080", "127.0.0.1:" + secondNode)
            .replace("listen 8080", "listen 127.0.0.1:" + port)
            .replace("/tmp/", directory + "/"));
    Process process =
        new ProcessBuilder("nginx", "-c", configuration.toString(), "-g", "daemon off; user root;")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("nginx.log").toFile())
            .start();
    return new Nginx(process, port);
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    Commands.signal("KILL", process.toHandle());
  }
}
