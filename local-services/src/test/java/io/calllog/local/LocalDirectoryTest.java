package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDirectoryTest {

  @TempDir Path folder;

  @Test
  void only_the_owner_can_enter_a_new_directory() throws IOException {
    LocalDirectory directory = LocalDirectory.create(folder.resolve("parent/local"));
    assertThat(permissions(directory.path())).isEqualTo("rwx------");
  }

  @Test
  void reports_a_file_in_place_of_the_directory() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(LocalServicesException.class)
        .isThrownBy(() -> LocalDirectory.create(file))
        .withMessageContaining("cannot use the directory " + file)
        .satisfies(e -> assertThat(e.action()).contains("calllog.local.directory"));
  }

  @Test
  void creates_a_secret_once() throws IOException {
    LocalDirectory directory = LocalDirectory.create(folder);
    String secret = directory.secret("one");
    assertThat(directory.secret("one")).isEqualTo(secret);
    assertThat(directory.secret("other")).isNotEqualTo(secret);
    assertThat(Base64.getUrlDecoder().decode(secret)).hasSizeGreaterThanOrEqualTo(32);
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".new"));
  }

  @Test
  void only_the_owner_can_read_a_secret() throws IOException {
    LocalDirectory directory = LocalDirectory.create(folder);
    directory.secret("one");
    assertThat(permissions(directory.secretFile("one"))).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
