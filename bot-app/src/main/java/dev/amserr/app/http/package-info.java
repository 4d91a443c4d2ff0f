/**
 * The HTTP server: routing, limits, protection against foreign pages, problems, metrics, OpenAPI.
 *
 * <p>A feature hands in {@link dev.amserr.app.http.Routes}: what it serves, who may, what it takes
 * and answers. Everything else follows from that declaration. Javalin and Jetty are known in this
 * package alone; no rule of the domain is. What has no feature of its own is served from here:
 * decoding, health, metrics. Entry type: {@link dev.amserr.app.http.HttpServer}.
 */
@NullMarked
package dev.amserr.app.http;

import org.jspecify.annotations.NullMarked;
