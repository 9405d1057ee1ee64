package io.calllog.persistence.imports;

import io.calllog.application.imports.FileRow;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Rows of files as JSON: an array of arrays with the line and the fields. */
final class FileRows {

  private static final JsonFactory JSON = new JsonFactory();

  private FileRows() {}

  static String write(List<FileRow> rows) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      for (FileRow row : rows) {
        json.writeStartArray();
        json.writeNumber(row.line());
        row.fields().forEach(json::writeString);
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  static List<FileRow> read(String text) {
    List<FileRow> rows = new ArrayList<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        json.nextToken();
        long line = json.getLongValue();
        List<String> fields = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          fields.add(json.getString());
        }
        rows.add(new FileRow(line, fields));
      }
    }
    return rows;
  }
}
