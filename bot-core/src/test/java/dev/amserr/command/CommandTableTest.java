package dev.amserr.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTableTest {

  @Test
  void each_call_is_a_row_and_bars_in_cells_are_escaped() {
    String table = CommandTable.markdown(SampleCommands.registry().build().specs());

    assertThat(table.lines())
        .startsWith(
            "| command | what it does | for | example |",
            "|---|---|---|---|",
            "| `/amserr code… [system:…] [--share]` | Explains an error code | everyone |"
                + " `/amserr 0x8088002E` |",
            "| `/codes search words…` | Finds codes by words | everyone |  |")
        .contains(
            "| `/oncall cover team:… level:primary\\|backup from:… until:… [by:…]` |"
                + " Takes over a shift | people in a roster |  |")
        .hasSize(2 + 1 + 3 + 3 + 3);
  }
}
