package dev.amserr.oncall.command;

import dev.amserr.command.Invocation;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.FeedKeys;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Team;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code /oncall calendar}: gives out the address of a team's calendar, and revokes it. */
final class FeedCommand {

  private final FeedKeys keys;
  private final CoverRights rights;
  private final String publicUrl;

  FeedCommand(FeedKeys keys, CoverRights rights, String publicUrl) {
    this.keys = keys;
    this.rights = rights;
    this.publicUrl = publicUrl;
  }

  Reply handle(OnCallState state, Team team, Invocation call) {
    Origin origin = call.origin();
    if (call.options().flag("revoke")) {
      return revoked(team, keys.revoke(team.id(), origin.actor(), origin.at()));
    }
    return rights.ifPermitted(
        state,
        team.id(),
        origin,
        () -> given(team, keys.renew(team.id(), origin.actor(), origin.at())));
  }

  private Reply given(Team team, FeedKeys.Renewed renewed) {
    String path =
        "/oncall/"
            + URLEncoder.encode(team.id(), StandardCharsets.UTF_8)
            + ".ics?key="
            + renewed.key();
    Card.Builder card =
        Card.titled("Your calendar of " + team.title())
            .tone(Tone.INFO)
            .fact("address", Phrase.empty().code(publicUrl + path))
            .text(
                "Subscribe to it in your calendar program. It is yours alone: whoever has it reads"
                    + " the shifts."
                    + (renewed.replaced() ? " The one you had before is no longer valid." : ""))
            .text("/oncall calendar " + team.id() + " --revoke makes it invalid.");
    if (publicUrl.isEmpty()) {
      card.text("Put the address of this bot in front of it; server.publicUrl is not configured.");
    }
    return Reply.of(card.build());
  }

  private static Reply revoked(Team team, boolean any) {
    return Reply.of(
        Card.titled(any ? "Your calendar of " + team.title() + " is revoked" : "Nothing to revoke")
            .tone(any ? Tone.GOOD : Tone.INFO)
            .text(
                any
                    ? "Its address answers no more."
                    : "You have no address for the calendar of " + team.title() + ".")
            .build());
  }
}
