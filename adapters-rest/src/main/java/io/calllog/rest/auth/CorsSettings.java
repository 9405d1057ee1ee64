package io.calllog.rest.auth;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The web sites whose pages may use the API from a browser.
 *
 * @param origins origins such as {@code https://app.example.com}; none by default
 */
@ConfigurationProperties("calllog.cors")
record CorsSettings(@DefaultValue List<String> origins) {

  /** Throws {@link IllegalArgumentException} if a text is not an origin. */
  CorsSettings {
    origins = List.copyOf(origins);
    for (String origin : origins) {
      if (!isOrigin(origin)) {
        throw new IllegalArgumentException(
            "calllog.cors.origins must contain origins such as https://app.example.com, without a path"
                + " or *: "
                + origin);
      }
    }
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && text.equals(uri.getScheme() + "://" + uri.getHost() + port);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
