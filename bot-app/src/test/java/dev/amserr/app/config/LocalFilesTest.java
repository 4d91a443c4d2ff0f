package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

  private final FileAccess files = FileAccess.local();

  @TempDir Path folder;

  @Test
  void a_text_is_read_and_a_missing_file_is_empty() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "zürich");

    assertThat(files.read(folder.resolve("a.yaml"))).contains("zürich");
    assertThat(files.read(folder.resolve("b.yaml"))).isEmpty();
    assertThat(files.isFolder(folder)).isTrue();
    assertThat(files.isFolder(folder.resolve("a.yaml"))).isFalse();
  }

  @Test
  void a_folder_is_listed_by_name() throws IOException {
    Files.writeString(folder.resolve("b.yaml"), "");
    Files.writeString(folder.resolve("a.yaml"), "");

    assertThat(files.list(folder))
        .containsExactly(folder.resolve("a.yaml"), folder.resolve("b.yaml"));
  }

  @Test
  void what_is_not_utf_8_a_folder_or_too_large_cannot_be_read() throws IOException {
    Files.write(folder.resolve("latin1"), new byte[] {'z', (byte) 0xFC});
    Files.createDirectory(folder.resolve("folder"));
    Files.write(folder.resolve("large"), new byte[FileAccess.LARGEST + 1]);

    assertThatThrownBy(() -> files.read(folder.resolve("latin1")))
        .isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> files.read(folder.resolve("folder"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> files.read(folder.resolve("large")))
        .hasMessage("it is larger than 8388608 bytes");
  }
}
