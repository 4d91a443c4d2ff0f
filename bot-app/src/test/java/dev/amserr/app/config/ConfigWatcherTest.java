package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.yaml.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigWatcherTest {

  private static final String ROOM =
      "destinations: {room: {kind: slack-channel, channel: C0000000001}}\n";

  private final InMemoryFiles files = new InMemoryFiles().with("config/amserr.yaml", ROOM);
  private final ConfigLoader loader = new ConfigLoader(Environment.of(Map.of()), files);
  private final ConfigWatcher watcher =
      new ConfigWatcher(
          loader,
          Configs.folder(),
          CommandLineOptions.none(),
          Configs.loaded(loader.load(Configs.folder(), CommandLineOptions.none())));

  @Test
  void files_that_stay_as_they_are_change_nothing() {
    Configuration before = watcher.current();

    assertThat(watcher.check()).isInstanceOf(Reload.Unchanged.class);
    assertThat(watcher.check()).isInstanceOf(Reload.Unchanged.class);
    assertThat(watcher.reload()).isInstanceOf(Reload.Unchanged.class);
    assertThat(watcher.current()).isSameAs(before);
  }

  @Test
  void a_changed_file_is_taken_once_it_has_settled() {
    files.with("config/amserr.yaml", ROOM.replace("room", "roo"));
    Reload firstLook = watcher.check();
    files.with("config/amserr.yaml", ROOM.replace("room", "lobby"));
    Reload whileItChanges = watcher.check();
    Reload settled = watcher.check();
    Reload after = watcher.check();

    assertThat(firstLook).isInstanceOf(Reload.Unchanged.class);
    assertThat(whileItChanges).isInstanceOf(Reload.Unchanged.class);
    assertThat(changes(settled)).hasToString("in effect now: destinations");
    assertThat(after).isInstanceOf(Reload.Unchanged.class);
    assertThat(watcher.current().settings().destinations()).containsOnlyKeys("lobby");
  }

  @Test
  void a_bad_file_keeps_the_last_good_state_and_is_reported_once() {
    files.with("config/amserr.yaml", "destinatons: {}");
    watcher.check();
    Reload settled = watcher.check();
    Reload after = watcher.check();

    assertThat(problems(settled))
        .containsExactly(
            "config/amserr.yaml:1: destinatons: found the unknown key \"destinatons\", expected"
                + " \"destinations\"");
    assertThat(after).isInstanceOf(Reload.Unchanged.class);
    assertThat(watcher.current().settings().destinations()).containsOnlyKeys("room");
  }

  @Test
  void a_mended_file_is_taken_again() {
    files.with("config/amserr.yaml", "[");
    watcher.check();
    watcher.check();
    files.with("config/amserr.yaml", ROOM + "delivery: {deadLetters: room}");
    watcher.check();

    assertThat(changes(watcher.check()).takesEffect()).containsExactly("delivery");
    assertThat(watcher.current().settings().delivery().deadLetters()).isEqualTo("room");
  }

  @Test
  void what_needs_a_restart_is_named_once_and_stays_as_it_was() {
    files.with("config/amserr.yaml", ROOM + "server: {port: 9000}\ndiscord: {token: abc}");
    Reload reload = watcher.reload();
    Reload again = watcher.reload();

    assertThat(changes(reload)).hasToString("needs a restart: server.port, discord.token");
    assertThat(again).isInstanceOf(Reload.Unchanged.class);
    assertThat(watcher.current().settings().server().port()).isEqualTo(8080);
    assertThat(watcher.current().settings().discord().token()).isNull();
  }

  @Test
  void rosters_and_catalogs_take_effect() {
    files
        .with("config/oncall.yaml", "people: {ana: {name: Ana}}")
        .with(
            "config/catalogs/acme.yaml",
            "{id: acme, title: ACME, codes: [{name: ACME_STALLED, value: 51001}]}");

    Reload reload = watcher.reload();

    assertThat(changes(reload).takesEffect()).containsExactly("oncall.yaml", "catalogs");
    assertThat(watcher.current().rosters().people()).containsKey("ana");
    assertThat(watcher.current().catalogs().system("acme")).isPresent();
  }

  @Test
  void a_file_that_goes_takes_its_settings_with_it() {
    files.without("config/amserr.yaml");

    assertThat(changes(watcher.reload()).takesEffect()).containsExactly("destinations");
    assertThat(watcher.current().settings().destinations()).isEmpty();
  }

  private static ConfigChanges changes(Reload reload) {
    return reload.fold(
        () -> {
          throw new AssertionError("unchanged");
        },
        Reload.Applied::changes,
        kept -> {
          throw new AssertionError(ConfigProblemReport.text(kept.problems()));
        });
  }

  private static List<String> problems(Reload reload) {
    return reload.fold(
        List::of,
        applied -> List.of(),
        kept -> kept.problems().stream().map(Problem::message).toList());
  }
}
