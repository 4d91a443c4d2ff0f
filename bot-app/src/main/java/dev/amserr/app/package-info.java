/**
 * The program: wiring of the core with the platforms, the command line, the HTTP server and the
 * store.
 */
@NullMarked
package dev.amserr.app;

import org.jspecify.annotations.NullMarked;
