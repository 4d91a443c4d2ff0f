package dev.amserr.discord.fake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as Discord takes messages with files (RFC 7578). */
record Multipart(Content json, Map<Integer, File> files) {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"]*)\"");
  private static final Pattern INDEX = Pattern.compile("files\\[([0-9]+)]");

  record File(String name, Content content) {}

  static Multipart parse(String contentType, Content body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new IllegalArgumentException("No boundary in " + contentType);
    }
    String text = body.latin1();
    String[] parts = text.split(Pattern.quote("--" + boundary.group(1)), -1);
    if (!parts[parts.length - 1].startsWith("--")) {
      throw new IllegalArgumentException("The form does not end in its boundary");
    }
    Content json = Content.NONE;
    Map<Integer, File> files = new TreeMap<>();
    for (String part : Arrays.copyOfRange(parts, 1, parts.length - 1)) {
      int end = part.indexOf("\r\n\r\n");
      String head = part.substring(0, end);
      Content content =
          new Content(
              part.substring(end + 4, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1));
      String name = first(NAME, head);
      Matcher index = INDEX.matcher(name);
      if (name.equals("payload_json")) {
        json = content;
      } else if (index.matches()) {
        files.put(Integer.valueOf(index.group(1)), new File(first(FILE_NAME, head), content));
      } else {
        throw new IllegalArgumentException("Discord knows no form field " + name);
      }
    }
    return new Multipart(json, files);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
