package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDirectoryTest {

  private static final int NOBODY = 65534;

  @TempDir Path folder;

  @Test
  void a_new_directory_is_its_owners_alone() throws IOException {
    LocalDirectory directory = LocalDirectory.prepare(folder.resolve("parent/local"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
        .isEqualTo("rwx------");
  }

  @Test
  void preparing_leaves_nothing_behind_in_a_directory_that_exists() {
    LocalDirectory.prepare(folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_directory_of_another_user_is_refused() throws IOException {
    Path foreign = foreignDirectory();
    assertThatExceptionOfType(LocalServicesException.class)
        .isThrownBy(() -> LocalDirectory.prepare(foreign))
        .withMessageContaining(foreign + ", which belongs to user ")
        .satisfies(e -> assertThat(e.action()).contains("calllog.local.directory"));
  }

  @Test
  void a_file_in_its_place_is_reported() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(LocalServicesException.class)
        .isThrownBy(() -> LocalDirectory.prepare(file))
        .withMessageContaining("cannot use the directory " + file);
  }

  /** Root can give a directory away; anybody else finds one that is root's. */
  private Path foreignDirectory() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("foreign"));
    if (Files.getAttribute(directory, "unix:uid").equals(0)) {
      Files.setAttribute(directory, "unix:uid", NOBODY);
      return directory;
    }
    return Path.of("/usr");
  }
}
