/**
 * A Discord on loopback: REST and gateway on one port, on plain sockets, so that it shares no HTTP
 * code with any client. Checks what it is sent as Discord does, and an independent client
 * (discord.js) accepts it unchanged. Entry type: {@link dev.amserr.discord.fake.FakeDiscord}.
 */
@NullMarked
package dev.amserr.discord.fake;

import org.jspecify.annotations.NullMarked;
