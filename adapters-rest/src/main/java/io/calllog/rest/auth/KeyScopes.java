package io.calllog.rest.auth;

import static io.calllog.domain.key.Scope.CALLS_READ;
import static io.calllog.domain.key.Scope.CALLS_WRITE;
import static io.calllog.domain.key.Scope.CHANGES_READ;
import static io.calllog.domain.key.Scope.CLIENTS_READ;
import static io.calllog.domain.key.Scope.CLIENTS_WRITE;
import static io.calllog.domain.key.Scope.FIGURES_READ;
import static io.calllog.domain.key.Scope.FOLLOW_UPS_READ;
import static io.calllog.domain.key.Scope.FOLLOW_UPS_WRITE;
import static io.calllog.domain.key.Scope.OFFICERS_READ;
import static java.util.Objects.requireNonNullElse;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.calllog.domain.key.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Decides which requests a key may make: those that one of its scopes allows here, and no others. A
 * scope is an authority. What a key sees and changes within its scopes is decided by the domain.
 */
final class KeyScopes {

  private static final Scope[] ANY_READ = {
    CALLS_READ, CLIENTS_READ, FOLLOW_UPS_READ, OFFICERS_READ, FIGURES_READ, CHANGES_READ
  };

  private KeyScopes() {}

  static List<GrantedAuthority> authorities(List<Scope> scopes) {
    return scopes.stream()
        .map(scope -> (GrantedAuthority) new SimpleGrantedAuthority(scope.toString()))
        .toList();
  }

  /** The most frequent requests are first, because the rules are compared in this order. */
  static void allow(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    allow(requests, POST, List.of("/api/calls", "/api/calls/batch"), CALLS_WRITE);
    read(requests, lists("/api/calls"), CALLS_READ);
    read(requests, List.of("/api/calls/{id}/revisions"), CALLS_READ);
    read(requests, List.of("/api/clients/{id}/calls", "/api/officers/{id}/calls"), CALLS_READ);
    read(requests, List.of("/api/changes"), CHANGES_READ);
    read(requests, lists("/api/clients"), CLIENTS_READ);
    read(requests, lists("/api/officers"), OFFICERS_READ);
    read(requests, lists("/api/follow-ups"), FOLLOW_UPS_READ);
    read(requests, List.of("/api/analytics/*", "/api/targets/*/*"), FIGURES_READ);
    read(requests, List.of("/api/regions", "/api/regions/{id}"), ANY_READ);
    var changesOfCalls = List.of("/api/calls/{id}/restore", "/api/clients/{id}/claim-calls");
    allow(requests, POST, changesOfCalls, CALLS_WRITE);
    allow(requests, POST, List.of("/api/clients", "/api/clients/{id}/restore"), CLIENTS_WRITE);
    allow(requests, POST, List.of("/api/follow-ups"), FOLLOW_UPS_WRITE);
    for (HttpMethod change : List.of(PUT, PATCH, DELETE)) {
      allow(requests, change, List.of("/api/calls/{id}"), CALLS_WRITE);
      allow(requests, change, List.of("/api/clients/{id}"), CLIENTS_WRITE);
      allow(requests, change, List.of("/api/follow-ups/{id}"), FOLLOW_UPS_WRITE);
    }
    requests
        .requestMatchers(request -> isImportOf(request, "calls"))
        .hasAuthority(CALLS_WRITE.toString())
        .requestMatchers(request -> isImportOf(request, "clients"))
        .hasAuthority(CLIENTS_WRITE.toString())
        .requestMatchers(request -> isImportOf(request, "follow-ups"))
        .hasAuthority(FOLLOW_UPS_WRITE.toString());
    var imports = List.of("/api/imports", "/api/imports/{id}", "/api/imports/{id}/rejected");
    read(requests, imports, CALLS_WRITE, CLIENTS_WRITE, FOLLOW_UPS_WRITE);
    allow(
        requests,
        DELETE,
        List.of("/api/imports/{id}"),
        CALLS_WRITE,
        CLIENTS_WRITE,
        FOLLOW_UPS_WRITE);
  }

  /** The addresses of a list, of the same as a file, and of its items. */
  private static List<String> lists(String path) {
    return List.of(path, path + "/{id}", path + ".csv", path + ".xlsx");
  }

  private static boolean isImportOf(HttpServletRequest request, String kind) {
    return request.getMethod().equals("POST")
        && request.getServletPath().equals("/api/imports")
        && kinds(request).equals(List.of(kind));
  }

  /** From the query alone: reading the parameters would also read a body that is a form. */
  private static List<String> kinds(HttpServletRequest request) {
    return Stream.of(requireNonNullElse(request.getQueryString(), "").split("&"))
        .filter(parameter -> parameter.startsWith("kind="))
        .map(parameter -> parameter.substring("kind=".length()))
        .toList();
  }

  private static void read(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      List<String> paths,
      Scope... scopes) {
    allow(requests, GET, paths, scopes);
    allow(requests, HEAD, paths, scopes);
  }

  private static void allow(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      HttpMethod method,
      List<String> paths,
      Scope... scopes) {
    requests
        .requestMatchers(method, paths.toArray(String[]::new))
        .hasAnyAuthority(Stream.of(scopes).map(Scope::toString).toArray(String[]::new));
  }
}
