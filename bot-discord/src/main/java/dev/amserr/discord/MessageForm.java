package dev.amserr.discord;

import dev.amserr.discord.render.DiscordMessage;
import dev.amserr.discord.render.Picture;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A message as the body of a request: JSON, or a form of JSON and files (RFC 7578). */
final class MessageForm {

  private final String contentType;
  private final byte[] body;

  private MessageForm(String contentType, byte[] body) {
    this.contentType = contentType;
    this.body = body;
  }

  /**
   * A new message.
   *
   * @param nonce by which Discord recognises an attempt that it has taken before
   */
  static MessageForm create(DiscordMessage message, String nonce) {
    DataObject json = message.toCreate().toData().put("nonce", nonce).put("enforce_nonce", true);
    return of(json, message.pictures(), nonce);
  }

  /** What replaces a message. */
  static MessageForm edit(DiscordMessage message, String nonce) {
    return of(message.toEdit().toData(), message.pictures(), nonce);
  }

  String contentType() {
    return contentType;
  }

  byte[] body() {
    return body.clone();
  }

  /** Pictures are compressed, so a boundary of 100 hashed bits does not occur in them. */
  private static MessageForm of(DataObject json, List<Picture> pictures, String nonce) {
    if (pictures.isEmpty()) {
      return new MessageForm("application/json", json.toJson());
    }
    String boundary = "amserr-" + nonce;
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    part(form, boundary, "name=\"payload_json\"", "application/json", json.toJson());
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      String name = "name=\"files[" + i + "]\"; filename=\"" + picture.fileName() + "\"";
      part(form, boundary, name, "image/png", picture.png());
    }
    form.writeBytes(ascii("--" + boundary + "--\r\n"));
    return new MessageForm("multipart/form-data; boundary=" + boundary, form.toByteArray());
  }

  private static void part(
      ByteArrayOutputStream form, String boundary, String name, String type, byte[] content) {
    form.writeBytes(
        ascii(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; "
                + name
                + "\r\nContent-Type: "
                + type
                + "\r\n\r\n"));
    form.writeBytes(content);
    form.writeBytes(ascii("\r\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
