/**
 * Slack as a bot meets it, and what every bot owes it. Owns signed requests, late answers and the
 * contracts over HTTP; knows no server. Entry types: {@link dev.amserr.slack.fake.FakeSlack},
 * {@link dev.amserr.slack.fake.InstalledBot}.
 */
@NullMarked
package dev.amserr.slack.fake;

import org.jspecify.annotations.NullMarked;
