/**
 * The configuration: settings, rosters and the team's own catalogs, read strictly and all at once.
 *
 * <p>Owns the keys of {@code amserr.yaml}, the environment variables, the rule of what a reload
 * changes and what needs a restart, and who may do what. Knows nothing of HTTP, SQL or a platform's
 * client, has no clock, and reads the process environment in one place, {@link
 * dev.amserr.app.config.Environment#ofProcess()}. Entry type: {@link
 * dev.amserr.app.config.ConfigLoader}.
 */
@NullMarked
package dev.amserr.app.config;

import org.jspecify.annotations.NullMarked;
