/**
 * What is answered, without a platform: a reply of cards, a card of parts, a part of phrases.
 *
 * <p>Owns the model, its stored form and the policy for what does not fit. Knows no platform's
 * markup, no command and no feature; text in it is never escaped and times are never formatted:
 * renderers do both. Entry type: {@link dev.amserr.command.reply.Reply}.
 */
@NullMarked
package dev.amserr.command.reply;

import org.jspecify.annotations.NullMarked;
