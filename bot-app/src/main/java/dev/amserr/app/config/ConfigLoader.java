package dev.amserr.app.config;

import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.oncall.RosterReader;
import dev.amserr.oncall.Rosters;
import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads configuration, all mistakes of all files at once. Never throws for what a file, a variable
 * or an option says.
 */
public final class ConfigLoader {

  private static final String ENDING = ".yaml";

  private final Environment environment;
  private final FileAccess files;

  public ConfigLoader(Environment environment, FileAccess files) {
    this.environment = environment;
    this.files = files;
  }

  /** Everything: settings, rosters and catalogs, and whether they fit together. */
  public Loading<Configuration> load(ConfigFolder folder, CommandLineOptions options) {
    Reading reading = new Reading(folder);
    References references = new References();
    Settings settings = reading.settings(options, references);
    Rosters rosters = reading.rosters();
    int wrongCatalogs = -reading.problems.list().size();
    Map<String, String> teamCatalogs = reading.catalogTexts();
    Catalogs catalogs = CatalogLoader.withTeamFiles(teamCatalogs, reading.problems);
    wrongCatalogs += reading.problems.list().size();
    if (rosters != null) {
      references.check(References.Kind.PERSON, rosters.people().keySet());
      references.check(References.Kind.TEAM, rosters.teams().keySet());
    }
    if (wrongCatalogs == 0) {
      references.check(
          References.Kind.SYSTEM, catalogs.systems().stream().map(ErrorSystem::id).toList());
    }
    return reading.result(
        rosters == null ? null : new Configuration(settings, rosters, catalogs, teamCatalogs));
  }

  /** The settings alone, whatever they refer to. */
  public Loading<Settings> settings(ConfigFolder folder) {
    Reading reading = new Reading(folder);
    return reading.result(reading.settings(new CommandLineOptions(null), new References()));
  }

  /** The rosters alone. */
  public Loading<Rosters> rosters(ConfigFolder folder) {
    Reading reading = new Reading(folder);
    return reading.result(reading.rosters());
  }

  /** The shipped catalogs with the team's own. */
  public Loading<Catalogs> catalogs(ConfigFolder folder) {
    Reading reading = new Reading(folder);
    return reading.result(CatalogLoader.withTeamFiles(reading.catalogTexts(), reading.problems));
  }

  /**
   * The token with which a program on this machine reports to a bot: that of {@code
   * AMSERR_INGEST_TOKEN}, or of the file that {@code AMSERR_INGEST_TOKEN_FILE} names; empty for
   * none.
   */
  public Loading<Optional<Secret>> ingestToken() {
    Problems problems = new Problems();
    Variables variables = new Variables(environment, files, problems);
    Optional<Secret> token =
        IngestReader.fromEnvironment(variables, problems).map(text -> new Secret(text));
    return problems.isEmpty()
        ? new Loading.Loaded<>(token)
        : new Loading.Refused<>(problems.list());
  }

  /**
   * Every file that configuration is read from, with its text; one that cannot be read is absent.
   */
  Map<Path, String> snapshot(ConfigFolder folder) {
    Reading reading = new Reading(folder);
    Map<Path, String> texts = new LinkedHashMap<>();
    List.of(folder.settings(), folder.rosters())
        .forEach(file -> reading.text(file).ifPresent(text -> texts.put(file, text)));
    texts.putAll(reading.catalogFiles());
    return texts;
  }

  /** One reading of one folder. */
  private final class Reading {

    private final ConfigFolder folder;
    private final Problems problems = new Problems();
    private final Variables variables = new Variables(environment, files, problems);

    Reading(ConfigFolder folder) {
      this.folder = folder;
      if (folder.named() && !files.isFolder(folder.path())) {
        problems.add(
            Position.whole(folder.path().toString()),
            "",
            "no such folder",
            "the folder of the configuration, with amserr.yaml, oncall.yaml or catalogs in it");
      }
      refuseOtherEnding(folder.settings());
      refuseOtherEnding(folder.rosters());
    }

    <T> Loading<T> result(@Nullable T value) {
      return value == null || !problems.isEmpty()
          ? new Loading.Refused<>(problems.list())
          : new Loading.Loaded<>(value);
    }

    Settings settings(CommandLineOptions options, References references) {
      Section root =
          yaml(folder.settings(), SecretPaths.SETTINGS).orElseGet(() -> nothing(folder.settings()));
      List<OutsideValue> outside = OutsideValue.all(variables, options);
      return new SettingsReader(root, outside, variables, references, problems).read();
    }

    @Nullable Rosters rosters() {
      return yaml(folder.rosters(), SecretPaths.ROSTERS)
          .flatMap(root -> RosterReader.read(root, problems))
          .orElse(null);
    }

    Map<String, String> catalogTexts() {
      Map<String, String> texts = new LinkedHashMap<>();
      catalogFiles().forEach((file, text) -> texts.put(file.toString(), text));
      return texts;
    }

    Map<Path, String> catalogFiles() {
      Map<Path, String> texts = new LinkedHashMap<>();
      if (!files.isFolder(folder.catalogs())) {
        return texts;
      }
      try {
        for (Path file : files.list(folder.catalogs())) {
          String name = String.valueOf(file.getFileName());
          if (name.endsWith(ENDING) && !name.startsWith(".")) {
            text(file).ifPresent(text -> texts.put(file, text));
          } else if (name.endsWith(".yml")) {
            refuseEnding(file);
          }
        }
      } catch (IOException e) {
        unreadable(folder.catalogs(), e, "a folder that can be listed");
      }
      return texts;
    }

    /** A file as YAML with its variables; an absent one is empty. */
    private Optional<Section> yaml(Path file, SecretPaths secrets) {
      int before = problems.list().size();
      Optional<String> text = text(file);
      if (text.isEmpty() && problems.list().size() > before) {
        return Optional.empty();
      }
      Interpolation interpolation = new Interpolation(variables, secrets, problems);
      return Section.read(file.toString(), text.orElse(""), problems)
          .map(section -> section.substituted(interpolation::apply));
    }

    private Section nothing(Path file) {
      return Section.read(file.toString(), "", problems).orElseThrow();
    }

    private Optional<String> text(Path file) {
      try {
        return files.read(file);
      } catch (IOException e) {
        unreadable(file, e, "a file that can be read, or none");
        return Optional.empty();
      }
    }

    private void refuseOtherEnding(Path file) {
      String name = String.valueOf(file.getFileName());
      Path other = file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".yml");
      try {
        if (files.read(other).isPresent()) {
          refuseEnding(other);
        }
      } catch (IOException e) {
        refuseEnding(other);
      }
    }

    private void refuseEnding(Path file) {
      problems.add(
          Position.whole(file.toString()),
          "",
          "the ending .yml",
          "the ending .yaml; it is not read");
    }

    private void unreadable(Path path, IOException e, String expected) {
      problems.add(
          Position.whole(path.toString()),
          "",
          "what cannot be read (" + FileFaults.reason(e) + ")",
          expected);
    }
  }
}
