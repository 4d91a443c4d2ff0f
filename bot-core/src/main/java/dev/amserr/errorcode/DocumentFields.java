package dev.amserr.errorcode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The fields of an XML or JSON document, in order.
 *
 * <p>Nothing outside the document is read: a document type declaration makes it plain text, as do
 * too many fields or too deep a nesting, and whatever does not parse.
 */
final class DocumentFields {

  private static final int DEEPEST = 200;
  private static final int MOST_FIELDS = 20_000;

  /** Not left to the parser, which writes to standard output where a declaration breaks off. */
  private static final String DOCUMENT_TYPE = "<!DOCTYPE";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private DocumentFields() {}

  /**
   * One field.
   *
   * @param key the local name of the element or the key; empty for items at the top
   */
  record Field(String key, String value) {

    boolean isAddress() {
      return value.contains("://") && value.chars().noneMatch(Character::isWhitespace);
    }
  }

  /** The fields if the text is, as a whole, a document of either kind. */
  static Optional<List<Field>> read(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith("\uFEFF")) {
      trimmed = trimmed.substring(1).strip();
    }
    if (trimmed.isEmpty()) {
      return Optional.empty();
    }
    char first = trimmed.charAt(0);
    if (first == '<') {
      return trimmed.contains(DOCUMENT_TYPE) ? Optional.empty() : xml(trimmed);
    }
    return first == '{' || first == '[' ? json(trimmed) : Optional.empty();
  }

  private static Optional<List<Field>> json(String text) {
    List<Field> fields = new ArrayList<>();
    Deque<String> keys = new ArrayDeque<>();
    try (JsonParser parser = JSON.createParser(text)) {
      String key = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          key = parser.currentName();
        } else if (token.isStructStart()) {
          keys.push(key);
        } else if (token.isStructEnd()) {
          key = keys.pop();
        } else if (token.isScalarValue()) {
          fields.add(new Field(key, parser.getText()));
        }
        if (fields.size() > MOST_FIELDS) {
          return Optional.empty();
        }
      }
      return Optional.of(fields);
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<List<Field>> xml(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    List<Field> fields = new ArrayList<>();
    Deque<String> names = new ArrayDeque<>();
    StringBuilder content = new StringBuilder();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
            return Optional.empty();
          }
          case XMLStreamConstants.START_ELEMENT -> {
            names.push(reader.getLocalName());
            if (names.size() > DEEPEST || fields.size() > MOST_FIELDS) {
              return Optional.empty();
            }
            content.setLength(0);
            for (int i = 0; i < reader.getAttributeCount(); i++) {
              fields.add(new Field(reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
            }
          }
          case XMLStreamConstants.CHARACTERS -> content.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            String name = names.pop();
            if (!content.toString().isBlank()) {
              fields.add(new Field(name, content.toString()));
            }
            content.setLength(0);
          }
          default -> {}
        }
      }
      return Optional.of(fields);
    } catch (XMLStreamException notXml) {
      return Optional.empty();
    }
  }
}
