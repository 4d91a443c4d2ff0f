package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.OnMissed;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigLoaderTest {

  private static final String PEOPLE = "people: {ana: {name: Ana}}\n";

  @Test
  void without_any_file_everything_has_a_default() {
    Configuration configuration = Configs.loaded(Configs.load(new InMemoryFiles(), Map.of()));

    assertThat(configuration.settings().server().host()).isEqualTo("127.0.0.1");
    assertThat(configuration.settings().server().port()).isEqualTo(8080);
    assertThat(configuration.settings().server().zone()).hasToString("UTC");
    assertThat(configuration.settings().discord().token()).isNull();
    assertThat(configuration.settings().digests())
        .containsExactly(DigestSchedule.of("daily", "0 9 * * *", ZoneId.of("UTC")));
    assertThat(configuration.rosters().teams()).isEmpty();
    assertThat(configuration.catalogs().system("amp")).isPresent();
  }

  @Test
  void a_folder_that_somebody_named_must_exist() {
    ConfigLoader loader = new ConfigLoader(Environment.of(Map.of()), new InMemoryFiles());

    Loading<Configuration> loading =
        loader.load(ConfigFolder.named(Path.of("nowhere")), CommandLineOptions.none());

    assertThat(Configs.messages(loading))
        .containsExactly(
            "nowhere: found no such folder, expected the folder of the configuration, with"
                + " amserr.yaml, oncall.yaml or catalogs in it");
  }

  @Test
  void the_rosters_alone_can_be_read_beside_broken_settings() {
    FileAccess files =
        new InMemoryFiles()
            .with("config/amserr.yaml", "server: [")
            .with("config/oncall.yaml", PEOPLE);
    ConfigLoader loader = new ConfigLoader(Environment.of(Map.of()), files);

    assertThat(Configs.loaded(loader.rosters(Configs.folder())).people()).containsKey("ana");
    assertThat(Configs.messages(loader.load(Configs.folder(), CommandLineOptions.none())))
        .hasSize(1);
  }

  @Test
  void a_teams_own_catalogs_are_read_beside_broken_settings() {
    FileAccess files =
        new InMemoryFiles()
            .with("config/amserr.yaml", "server: [")
            .with("config/catalogs/.hidden.yaml", "[")
            .with("config/catalogs/notes.txt", "[")
            .with(
                "config/catalogs/acme.yaml",
                "{id: acme, title: ACME, codes: [{name: ACME_STALLED, value: 51001}]}");
    ConfigLoader loader = new ConfigLoader(Environment.of(Map.of()), files);

    assertThat(Configs.loaded(loader.catalogs(Configs.folder())).system("acme")).isPresent();
  }

  @Test
  void names_in_the_settings_are_looked_up_in_rosters_and_catalogs() {
    FileAccess files =
        new InMemoryFiles()
            .with(
                "config/oncall.yaml",
                PEOPLE
                    + """
                    teams:
                      player:
                        zone: Europe/London
                        levels:
                          - name: primary
                            layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana]}]
                    """)
            .with(
                "config/catalogs/acme.yaml",
                "{id: acme, title: ACME, codes: [{name: ACME_STALLED, value: 51001}]}")
            .with(
                "config/amserr.yaml",
                """
                server: {console: {person: ana}}
                destinations: {room: {kind: slack-channel, channel: C0000000001}}
                digests:
                  - name: morning
                    cron: "0 9 * * mon-fri"
                    filters: {systems: [acme, amp], owners: player}
                    destinations: room
                """);

    DigestSchedule digest =
        Configs.loaded(Configs.load(files, Map.of())).settings().digests().get(0);

    assertThat(digest.cron()).hasToString("0 9 * * MON-FRI");
    assertThat(digest.destinations()).containsExactly("room");
    assertThat(digest.filter().systems()).containsExactlyInAnyOrder("acme", "amp");
    assertThat(digest.onMissed()).isEqualTo(OnMissed.COMBINE);
    assertThat(digest.firstWindow()).isNull();
  }

  @Test
  void a_digest_that_does_not_say_where_goes_to_the_webhook_of_the_environment() {
    Map<String, String> webhook =
        Map.of("SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/T0/B0/x");
    String unsaid = "digests: [{name: a, cron: '0 9 * * *'}]\n";
    String room = "destinations: {room: {kind: slack-channel, channel: C0000000001}}\n";

    assertThat(Configs.settings("", webhook).digests().get(0).destinations())
        .containsExactly("slack-webhook");
    assertThat(Configs.settings(unsaid, webhook).digests().get(0).destinations())
        .containsExactly("slack-webhook");
    assertThat(Configs.settings(unsaid + room).digests().get(0).destinations()).isEmpty();
    assertThat(
            Configs.settings("digests: [{name: a, cron: '0 9 * * *', destinations: []}]", webhook)
                .digests()
                .get(0)
                .destinations())
        .isEmpty();
  }

  @Test
  void where_digests_are_left_blank_there_is_the_daily_one() {
    assertThat(Configs.settings("digests:\n").digests())
        .containsExactly(DigestSchedule.of("daily", "0 9 * * *", ZoneId.of("UTC")));
    assertThat(Configs.settings("digests: []\n").digests()).isEmpty();
  }

  @Test
  void names_are_not_looked_up_in_rosters_that_are_wrong_themselves() {
    FileAccess files =
        new InMemoryFiles()
            .with("config/oncall.yaml", "people: 5")
            .with("config/amserr.yaml", "server: {console: {person: ana}}");

    assertThat(Configs.messages(Configs.load(files, Map.of())))
        .containsExactly("config/oncall.yaml:1: people: found \"5\", expected keys with values");
  }

  @Test
  void a_digest_without_a_zone_has_that_of_the_server() {
    Settings settings =
        Configs.settings(
            """
            server: {zone: Europe/Berlin}
            destinations: {room: {kind: slack-channel, channel: C0000000001}}
            digests:
              - {name: a, cron: "0 9 * * *", destinations: room}
              - {name: b, cron: "0 9 * * *", destinations: room, zone: Asia/Kolkata}
            """);

    assertThat(settings.digests())
        .extracting(digest -> digest.zone().getId())
        .containsExactly("Europe/Berlin", "Asia/Kolkata");
  }

  @Test
  void a_file_that_cannot_be_read_is_a_mistake() {
    FileAccess files =
        new InMemoryFiles().withForbidden("config/amserr.yaml").withForbidden("config/oncall.yaml");

    assertThat(Configs.messages(Configs.load(files, Map.of())))
        .containsExactly(
            "config/amserr.yaml: found what cannot be read (no permission), expected a file that"
                + " can be read, or none",
            "config/oncall.yaml: found what cannot be read (no permission), expected a file that"
                + " can be read, or none");
  }

  @Test
  void a_report_keeps_each_mistake_on_its_line() {
    List<String> lines =
        Configs.load("server: {port: \"a\\nb\\e[31m\", host: 'a b'}", Map.of())
            .fold(loaded -> "", ConfigProblemReport::text)
            .lines()
            .toList();

    assertThat(lines)
        .containsExactly(
            "config/amserr.yaml:1: server.port: found \"a\uFFFDb\uFFFD[31m\", expected a whole"
                + " number from 0 to 65535",
            "config/amserr.yaml:1: server.host: found \"a b\", expected a host name or an IP"
                + " address",
            "2 mistakes in the configuration");
  }
}
