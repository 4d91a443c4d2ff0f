package dev.amserr.app.cli;

import dev.amserr.app.config.ConfigFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --config}, for commands to mix in. */
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The folder of the configuration; ./config by default.")
  @Nullable Path config;

  ConfigFolder folder() {
    return config == null ? ConfigFolder.standard() : ConfigFolder.named(config);
  }
}
