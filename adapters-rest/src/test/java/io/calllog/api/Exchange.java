package io.calllog.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response.
 *
 * @param method of HTTP
 * @param uri as it was sent
 * @param body as it was sent; null when there was none
 * @param answer what came back
 */
public record Exchange(String method, URI uri, @Nullable String body, Answer answer) {}
