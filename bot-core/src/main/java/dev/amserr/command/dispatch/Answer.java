package dev.amserr.command.dispatch;

import dev.amserr.command.reply.Reply;

/** What a call came to. */
record Answer(Reply reply, Outcome outcome) {

  static Answer answered(Reply reply) {
    return new Answer(reply, Outcome.ANSWERED);
  }

  static Answer refused(Reply reply) {
    return new Answer(reply, Outcome.REFUSED);
  }
}
