package dev.amserr.discord.fake;

import dev.amserr.discord.fake.HttpExchange.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** The server's end of a WebSocket (RFC 6455). */
final class WebSocket {

  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final InputStream in;
  private final OutputStream out;
  private final Socket socket;

  private WebSocket(InputStream in, OutputStream out, Socket socket) {
    this.in = in;
    this.out = out;
    this.socket = socket;
  }

  static WebSocket accept(Request request, InputStream in, Socket socket) throws IOException {
    String accepted =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + acceptance(request.header("sec-websocket-key"))
            + "\r\n\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(accepted.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return new WebSocket(in, out, socket);
  }

  /** The next message, whatever its kind; empty when the peer has closed. */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      byte[] head = LoopbackServer.exactly(in, 2);
      boolean last = (head[0] & 0x80) != 0;
      int kind = head[0] & 0x0F;
      byte[] payload = payload(head[1]);
      switch (kind) {
        case CLOSE -> {
          write(CLOSE, payload);
          return Optional.empty();
        }
        case PING -> write(PONG, payload);
        case PONG -> {}
        default -> {
          message.writeBytes(payload);
          if (last) {
            return Optional.of(message.toByteArray());
          }
        }
      }
    }
  }

  void sendText(String text) {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void sendBinary(byte[] bytes) {
    send(BINARY, bytes);
  }

  void close(int code) {
    send(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  /** Ends the connection without a word. */
  void cut() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void send(int kind, byte[] payload) {
    try {
      write(kind, payload);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private synchronized void write(int kind, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x80 | kind);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length < 0x10000) {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
    out.flush();
  }

  private byte[] payload(byte lengthByte) throws IOException {
    if ((lengthByte & 0x80) == 0) {
      throw new IOException("A client must mask its frames");
    }
    int length = lengthByte & 0x7F;
    if (length >= 126) {
      byte[] bytes = LoopbackServer.exactly(in, length == 126 ? 2 : 8);
      length = 0;
      for (byte b : bytes) {
        length = (length << 8) | (b & 0xFF);
      }
    }
    byte[] mask = LoopbackServer.exactly(in, 4);
    byte[] payload = LoopbackServer.exactly(in, length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return payload;
  }

  private static String acceptance(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
