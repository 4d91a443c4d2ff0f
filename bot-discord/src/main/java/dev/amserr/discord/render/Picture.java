package dev.amserr.discord.render;

import net.dv8tion.jda.api.utils.FileUpload;

/** A PNG that is sent with a message. */
public final class Picture {

  private final String fileName;
  private final String description;
  private final byte[] png;

  Picture(String fileName, String description, byte[] png) {
    this.fileName = fileName;
    this.description = description;
    this.png = png.clone();
  }

  public String fileName() {
    return fileName;
  }

  public byte[] png() {
    return png.clone();
  }

  /** Fresh for each attempt to send: an upload is read once. */
  FileUpload upload() {
    return FileUpload.fromData(png, fileName).setDescription(description);
  }
}
