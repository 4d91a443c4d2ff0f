package dev.amserr.oncall.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import org.junit.jupiter.api.Test;

class FeedCommandTest {

  private final Chat chat = new Chat();

  @Test
  void a_member_is_given_an_address_in_private() {
    Reply reply = chat.says("2", "/oncall calendar player");

    assertThat(reply.privacy()).isEqualTo(Privacy.PRIVATE);
    assertThat(Chat.buttons(reply)).isEmpty();
    assertThat(Chat.plain(reply)).contains("https://bot.example.org/oncall/player.ics?key=key-1");
    assertThat(chat.feedKeys.opens("key-1", "player")).isTrue();
  }

  @Test
  void only_an_address_that_replaces_another_says_so() {
    String first = Chat.plain(chat.says("2", "/oncall calendar player"));
    String second = Chat.plain(chat.says("2", "/oncall calendar player"));

    assertThat(first).doesNotContain("The one you had before");
    assertThat(second).contains("The one you had before is no longer valid.");
  }

  @Test
  void others_are_given_none() {
    assertThat(Chat.plain(chat.says("9", "/oncall calendar player")))
        .contains("Only people of Player team may do that");
    assertThat(chat.feedKeys.opens("key-1", "player")).isFalse();
  }

  @Test
  void an_address_is_revoked_by_who_has_it() {
    chat.says("2", "/oncall calendar player");

    String first = Chat.plain(chat.says("2", "/oncall calendar player --revoke"));
    String second = Chat.plain(chat.says("2", "/oncall calendar player --revoke"));

    assertThat(first).contains("is revoked");
    assertThat(second).contains("Nothing to revoke");
    assertThat(chat.feedKeys.opens("key-1", "player")).isFalse();
  }
}
