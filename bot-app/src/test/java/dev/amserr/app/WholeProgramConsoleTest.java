package dev.amserr.app;

import dev.amserr.app.console.ConsoleContract;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser, served by the whole bot. */
class WholeProgramConsoleTest extends ConsoleContract {

  @TempDir static Path folder;

  private @Nullable TestBot bot;

  @Override
  protected void startProgram() throws Exception {
    bot = TestBot.start(folder, Map.of());
  }

  @Override
  protected void stopProgram() {
    if (bot != null) {
      bot.close();
    }
  }

  @Override
  protected URI console() {
    if (bot == null) {
      throw new IllegalStateException("Not started");
    }
    return bot.url("/");
  }
}
