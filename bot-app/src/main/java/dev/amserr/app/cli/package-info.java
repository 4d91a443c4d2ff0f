/**
 * The command line: one class a command, all of them thin.
 *
 * <p>Standard output is data only. Knows no rule of the domain. Entry type: {@link
 * dev.amserr.app.cli.CommandLineProgram}.
 */
@NullMarked
package dev.amserr.app.cli;

import org.jspecify.annotations.NullMarked;
