package io.calllog.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx in front of the nodes, configured as docs/operations.md says. */
final class Nginx implements AutoCloseable {

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Nginx start(Path directory, int port, int firstNode, int secondNode) throws IOException {
    Path configuration = directory.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        user root;
        daemon off;
        pid nginx.pid;
        error_log stderr warn;
        events { worker_connections 8192; }
        http {
          access_log off;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          upstream calllog {
            server 127.0.0.1:%s max_fails=1 fail_timeout=1s;
            server 127.0.0.1:%s max_fails=1 fail_timeout=1s;
            keepalive 64;
          }
          server {
            listen 127.0.0.1:%s;
            client_max_body_size 5m;
            location / {
              proxy_pass http://calllog;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_set_header Host $http_host;
              proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
              proxy_set_header X-Forwarded-Proto $scheme;
              proxy_connect_timeout 1s;
              proxy_read_timeout 35s;
              # Clients try again after 503 and Retry-After, not after 502 and 504.
              error_page 502 504 = @unavailable;
            }
            location @unavailable {
              add_header Retry-After 1 always;
              return 503;
            }
          }
        }
        """
            .formatted(firstNode, secondNode, port));
    Process process =
        new ProcessBuilder(
                "/usr/sbin/nginx",
                "-p",
                directory.toAbsolutePath().toString(),
                "-c",
                configuration.toAbsolutePath().toString())
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
