package io.calllog.faults;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.PostgresServer;
import io.calllog.api.Processes;
import io.calllog.api.Services;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** An installation on this machine: nginx, two nodes, PostgreSQL on a separate disk, and Redis. */
final class Site implements AutoCloseable {

  private static final String DATABASE = "calllog";

  private final SmallDisk disk;
  private PostgresServer postgres;
  private final Redis redis;
  private final List<Node> nodes = new ArrayList<>();
  private final Nginx nginx;

  /**
   * Starts everything and waits until it is ready.
   *
   * @param gigabytes the size of the disk of PostgreSQL; its file takes only the space that is used
   */
  Site(Path directory, int gigabytes) throws Exception {
    FileSystemUtils.deleteRecursively(directory);
    Files.createDirectories(directory);
    disk = SmallDisk.create(directory, gigabytes);
    postgres = PostgresServer.primary(disk.path());
    redis = new Redis(directory, Processes.freePort());
    for (String name : List.of("a", "b")) {
      nodes.add(new Node(directory, "node-" + name, Processes.freePort(), Processes.freePort()));
    }
    nginx = Nginx.start(directory, Processes.freePort(), first().port(), second().port());
    try {
      postgres.createDatabase(DATABASE);
      redis.start();
      for (Node node : nodes) {
        node.start(settings(), Map.of());
      }
      nodes.forEach(Node::awaitReady);
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /** The settings of production, with limits that the load does not reach. */
  List<String> settings(PostgresServer... standbys) {
    var hosts = new StringBuilder("127.0.0.1:" + postgres.port());
    for (PostgresServer standby : standbys) {
      hosts.append(",127.0.0.1:").append(standby.port());
    }
    String url = "jdbc:postgresql://%s/%s".formatted(hosts, DATABASE);
    var services =
        new Services(
            "127.0.0.1", postgres.port(), "postgres", "", PostgresServer.USER, "any", redis.url());
    return OwnApplication.settings(
        services,
        standbys.length == 0 ? url : url + "?targetServerType=primary",
        OwnApplication.firstAdmin()[0],
        OwnApplication.firstAdmin()[1],
        "spring.datasource.hikari.minimum-idle=16",
        "spring.datasource.hikari.connection-timeout=1000",
        "calllog.pools.system.validation-timeout=500",
        "calllog.shutdown-delay=5s",
        "calllog.proxies=127.0.0.1/32");
  }

  /** Sends requests to the proxy. */
  Api api() {
    return Api.at(URI.create("http://127.0.0.1:" + nginx.port()));
  }

  /** Creates officers in a new region, and signs them in. */
  List<Account> officers(int count) {
    Accounts accounts = accounts();
    String region = Accounts.newRegion();
    return Stream.generate(() -> accounts.officer(region)).limit(count).toList();
  }

  Accounts accounts() {
    return new Accounts(api());
  }

  SmallDisk disk() {
    return disk;
  }

  PostgresServer postgres() {
    return postgres;
  }

  Redis redis() {
    return redis;
  }

  Node first() {
    return nodes.getFirst();
  }

  Node second() {
    return nodes.getLast();
  }

  List<Node> nodes() {
    return nodes;
  }

  /** This server, a former standby, is the primary from now on. */
  void failedOverTo(PostgresServer promoted) {
    postgres.close();
    postgres = promoted;
  }

  /** Executes SQL in the database of the application, as the superuser. */
  JdbcClient database() {
    return postgres.database(DATABASE);
  }

  @Override
  public void close() throws IOException {
    nginx.close();
    nodes.forEach(Node::close);
    redis.close();
    postgres.close();
    disk.close();
  }
}
