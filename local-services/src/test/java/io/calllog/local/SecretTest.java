package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

  @TempDir Path folder;

  @Test
  void a_secret_is_made_once() throws IOException {
    Path file = folder.resolve("secret");
    String first = Secret.keptIn(file);
    assertThat(Secret.keptIn(file)).isEqualTo(first);
    assertThat(Files.readString(file)).isEqualTo(first);
  }

  @Test
  void a_secret_has_at_least_256_bits_and_is_not_the_neighbours() throws IOException {
    String secret = Secret.keptIn(folder.resolve("one"));
    assertThat(Base64.getUrlDecoder().decode(secret)).hasSizeGreaterThanOrEqualTo(32);
    assertThat(Secret.keptIn(folder.resolve("other"))).isNotEqualTo(secret);
  }

  @Test
  void only_its_owner_can_read_a_secret() throws IOException {
    Path file = folder.resolve("secret");
    Secret.keptIn(file);
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  @Test
  void a_secret_others_could_read_is_closed_to_them() throws IOException {
    Path file = folder.resolve("secret");
    String secret = Secret.keptIn(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(Secret.keptIn(file)).isEqualTo(secret);
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  @Test
  void a_file_left_empty_by_a_crash_gets_a_secret() throws IOException {
    Path file = Files.createFile(folder.resolve("secret"));
    assertThat(Secret.keptIn(file)).isNotEmpty();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
