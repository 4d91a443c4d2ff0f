package dev.amserr.oncall.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.command.Actor;
import dev.amserr.command.Origin;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverPreview;
import dev.amserr.oncall.CoverScope;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Segment;
import dev.amserr.storage.AuditEntry;
import java.util.List;

/**
 * What the audit log keeps of a change of covers: the cover, and who is on call before and after.
 */
final class CoverAudit {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  // The log is to be read; what a cover of a year does to every hour is not.
  private static final int MOST_SEGMENTS = 200;

  private CoverAudit() {}

  /** How the audit log and a cover name an actor: {@code discord:100000000000000001}. */
  static String name(Actor actor) {
    return actor.platform() + ":" + actor.id();
  }

  static AuditEntry made(Cover cover, CoverPreview preview, String reason, Origin origin) {
    return entry(
        "oncall.cover",
        cover,
        reason,
        origin,
        onCall(preview.before()),
        with(cover, onCall(preview.after())));
  }

  static AuditEntry removed(Cover cover, CoverPreview preview, String reason, Origin origin) {
    return entry(
        "oncall.uncover",
        cover,
        reason,
        origin,
        with(cover, onCall(preview.before())),
        onCall(preview.after()));
  }

  private static AuditEntry entry(
      String action,
      Cover cover,
      String reason,
      Origin origin,
      ObjectNode before,
      ObjectNode after) {
    return new AuditEntry(
        origin.at(),
        origin.actor().platform(),
        origin.actor().id(),
        origin.actor().displayName(),
        action,
        cover.team() + "/" + cover.level(),
        reason,
        before.toString(),
        after.toString());
  }

  private static ObjectNode with(Cover cover, ObjectNode state) {
    ObjectNode about = state.putObject("cover");
    about.put("id", cover.id());
    about.put("for", cover.scope().fold(CoverScope.Standing::person, () -> "slot"));
    about.put("by", cover.by());
    about.put("from", cover.time().from().toString());
    about.put("until", cover.time().until().toString());
    return state;
  }

  private static ObjectNode onCall(List<Segment> segments) {
    ObjectNode state = MAPPER.createObjectNode();
    ArrayNode onCall = state.putArray("onCall");
    for (Segment segment : segments.subList(0, Math.min(MOST_SEGMENTS, segments.size()))) {
      ObjectNode part = onCall.addObject();
      part.put("from", segment.time().from().toString());
      part.put("until", segment.time().until().toString());
      ArrayNode people = part.putArray("people");
      segment.people().stream().map(Person::id).forEach(people::add);
    }
    if (segments.size() > MOST_SEGMENTS) {
      state.put("more", segments.size() - MOST_SEGMENTS);
    }
    return state;
  }
}
