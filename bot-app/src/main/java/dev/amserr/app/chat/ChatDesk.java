package dev.amserr.app.chat;

import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.dispatch.CommandDispatcher;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What every platform brings people to.
 *
 * @param decode what a platform calls to decode a pasted message
 * @param zone for times that people write, and for those that a platform can't show in the reader's
 *     own
 */
public record ChatDesk(
    CommandRegistry commands,
    CommandDispatcher dispatcher,
    CommandPath decode,
    ZoneId zone,
    Clock clock) {}
