package io.calllog.api.fuzz;

import io.calllog.api.OpenApiDocument;
import io.calllog.api.OpenApiDocument.Operation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;

/**
 * Creates requests that are almost valid: an operation of the OpenAPI document with a valid path,
 * headers and body, parts of which are then made invalid. The same random numbers create the same
 * request, except for tokens, ids and times.
 */
final class RandomRequest {

  private static final List<String> OTHER_METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "get");

  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "If-Match",
          "If-None-Match",
          "If-Modified-Since",
          "If-Unmodified-Since",
          "Range",
          "Accept-Encoding",
          "Accept-Language",
          "Content-Encoding",
          "Content-Language",
          "Cookie",
          "Origin",
          "Referer",
          "traceparent",
          "baggage",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Forwarded-Prefix",
          "Forwarded",
          "X-HTTP-Method-Override",
          "Last-Event-ID");

  private final OpenApiDocument document;
  private final Actors actors;
  private final List<String> things;
  private final ValidBody valid;

  /**
   * Creates a source of requests.
   *
   * @param things the ids of existing resources other than the actors; can change
   */
  RandomRequest(OpenApiDocument document, Actors actors, List<String> things) {
    this.document = document;
    this.actors = actors;
    this.things = things;
    this.valid = new ValidBody(document, actors, this::ids);
  }

  /** The bytes of the next request. */
  byte[] next(Random random) {
    Operation operation = operation(random);
    boolean hasBody =
        document.requestType(operation.json()).isPresent() != (random.nextInt(15) == 0);
    byte[] body = hasBody ? body(random, operation.json()) : new byte[0];
    var request = new ByteArrayOutputStream();
    write(request, method(random, operation) + " " + address(random, operation) + " HTTP/1.1\r\n");
    write(request, "Host: localhost\r\nConnection: close\r\n");
    writeHeaders(request, random, operation);
    writeBody(request, random, body);
    return request.toByteArray();
  }

  /** A random operation, rarely one that hashes a password, because that is slow by design. */
  private Operation operation(Random random) {
    List<Operation> operations = document.operations();
    Operation operation = operations.get(random.nextInt(operations.size()));
    boolean hashes =
        document.requestProperties(operation.json()).propertyNames().stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("password"));
    return hashes && random.nextInt(5) > 0 ? operation(random) : operation;
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>(things);
    ids.addAll(actors.ids());
    return ids;
  }

  private static String method(Random random, Operation operation) {
    return random.nextInt(12) == 0 ? Nasty.one(random, OTHER_METHODS) : operation.method();
  }

  private String address(Random random, Operation operation) {
    String path = operation.path();
    while (path.contains("{")) {
      String id =
          random.nextInt(5) == 0
              ? Nasty.one(random, Nasty.IN_ADDRESS).replace("{", "%7B")
              : Nasty.one(random, ids());
      path = path.replaceFirst("\\{[^}]*}", Matcher.quoteReplacement(id));
    }
    if (random.nextInt(40) == 0) {
      path += "/" + Nasty.one(random, Nasty.IN_ADDRESS);
    }
    List<String> query = query(random, operation.json());
    return (query.isEmpty() ? path : path + "?" + String.join("&", query)).replace(" ", "%20");
  }

  private List<String> query(Random random, JsonNode operation) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asString().equals("query") && random.nextInt(4) == 0) {
        String name = parameter.path("name").asString();
        String value =
            random.nextInt(3) == 0
                ? Nasty.one(random, Nasty.IN_ADDRESS)
                : valid.value(random, name, parameter.path("schema")).replace("\"", "");
        query.add(name + "=" + value);
      }
    }
    if (random.nextInt(12) == 0) {
      query.add(Nasty.one(random, Nasty.IN_ADDRESS) + "=" + Nasty.one(random, Nasty.IN_ADDRESS));
    }
    return query;
  }

  private void writeHeaders(ByteArrayOutputStream request, Random random, Operation operation) {
    if (random.nextInt(10) > 0) {
      write(request, "Authorization: Bearer " + Nasty.one(random, actors.tokens()) + "\r\n");
    } else if (random.nextBoolean()) {
      write(request, "Authorization: " + Nasty.one(random, Nasty.IN_HEADER) + "\r\n");
    }
    String type =
        random.nextInt(12) == 0
            ? Nasty.one(random, Nasty.IN_HEADER)
            : document.requestType(operation.json()).orElse("application/json");
    write(request, "Content-Type: " + type + "\r\n");
    for (int i = random.nextInt(4); i > 1; i--) {
      write(
          request, Nasty.one(random, HEADERS) + ": " + Nasty.one(random, Nasty.IN_HEADER) + "\r\n");
    }
  }

  private static void writeBody(ByteArrayOutputStream request, Random random, byte[] body) {
    if (random.nextInt(10) == 0) {
      write(request, "Transfer-Encoding: chunked\r\n\r\n");
      if (body.length > 0) {
        write(request, Integer.toHexString(body.length) + "\r\n");
        request.writeBytes(body);
        write(request, "\r\n");
      }
      write(request, "0\r\n\r\n");
    } else {
      write(request, "Content-Length: " + body.length + "\r\n\r\n");
      request.writeBytes(body);
    }
  }

  private byte[] body(Random random, JsonNode operation) {
    List<String> properties = valid.properties(random, operation);
    for (int i = random.nextInt(4); i > 0; i--) {
      spoilProperty(random, properties);
    }
    String json = "{" + String.join(",", properties) + "}";
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(4) == 0 ? spoilt(random, bytes) : bytes;
  }

  private static void spoilProperty(Random random, List<String> properties) {
    String nasty = Nasty.one(random, Nasty.JSON);
    if (properties.isEmpty() || random.nextInt(6) == 0) {
      properties.add((nasty.startsWith("\"") ? nasty : "\"more\"") + ":" + nasty);
      return;
    }
    int place = random.nextInt(properties.size());
    String property = properties.get(place);
    switch (random.nextInt(8)) {
      case 0 -> properties.remove(place);
      case 1 -> properties.add(property);
      default -> properties.set(place, property.substring(0, property.indexOf(':') + 1) + nasty);
    }
  }

  private static byte[] spoilt(Random random, byte[] json) {
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(json, random.nextInt(json.length));
      case 1 -> Nasty.one(random, Nasty.JSON).getBytes(StandardCharsets.UTF_8);
      case 2 -> new byte[0];
      case 3 -> Arrays.copyOf(json, json.length + 1 + random.nextInt(3));
      default -> withOtherBytes(random, json);
    };
  }

  private static byte[] withOtherBytes(Random random, byte[] json) {
    byte[] bytes = json.clone();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static void write(ByteArrayOutputStream request, String text) {
    request.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
