/**
 * The Slack adapter: request verification, Block Kit renderer and senders.
 *
 * <p>Turns signed requests into answers without a web server of its own; owns no command, no
 * wording and no storage.
 */
@NullMarked
package dev.amserr.slack;

import org.jspecify.annotations.NullMarked;
