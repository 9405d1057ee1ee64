package io.calllog.api;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The services as containers, for {@code -Dservices=containers}; one of each per JVM. */
final class Containers {

  static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18.6");

  static final GenericContainer<?> REDIS =
      new GenericContainer<>("redis:6.2").withExposedPorts(6379);

  private Containers() {}
}
