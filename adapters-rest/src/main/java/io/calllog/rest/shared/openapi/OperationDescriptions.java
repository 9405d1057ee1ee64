package io.calllog.rest.shared.openapi;

import io.calllog.application.shared.ExpectedVersion;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.binding.Patch;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.binding.RecordFields;
import io.calllog.rest.shared.binding.RecordFields.Field;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds what follows from the signature of an operation: parameters, headers and errors. */
@Component
class OperationDescriptions implements OperationCustomizer {

  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final String CSV = "text/csv";

  private final RecordSchemas schemas;

  OperationDescriptions(RecordSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    parameters(method, QueryParameters.class)
        .flatMap(parameter -> RecordFields.of(parameter.getParameterType()).fields().stream())
        .map(this::queryParameter)
        .forEach(operation::addParametersItem);
    Stream.ofNullable(operation.getParameters())
        .flatMap(List::stream)
        .filter(parameter -> "path".equals(parameter.getIn()))
        .forEach(id -> id.schema(new StringSchema().format("uuid")));
    parameters(method, RequestBody.class).forEach(body -> operation.requestBody(requestBody(body)));
    Stream.of("200", "201")
        .map(operation.getResponses()::get)
        .filter(Objects::nonNull)
        .forEach(response -> response.content(json(responseType(method))));
    describeValidators(operation, method);
    if (isReport(method)) {
      describeReport(operation);
    }
    refusals(method).forEach(status -> describeRefusal(operation, status));
    operation.getResponses().values().forEach(OperationDescriptions::describeLimits);
    return operation;
  }

  private Parameter queryParameter(Field field) {
    return new Parameter()
        .in("query")
        .name(field.name())
        .required(false)
        .schema(schemas.field(field))
        .description(ParameterDescriptions.of(field));
  }

  private io.swagger.v3.oas.models.parameters.RequestBody requestBody(MethodParameter body) {
    String mediaType = body.getParameterType() == Patch.class ? MERGE_PATCH : JSON;
    var schema = schemas.refer(ResolvableType.forMethodParameter(body));
    return new io.swagger.v3.oas.models.parameters.RequestBody()
        .required(true)
        .content(new Content().addMediaType(mediaType, new MediaType().schema(schema)));
  }

  private Content json(ResolvableType type) {
    return new Content().addMediaType(JSON, new MediaType().schema(schemas.refer(type)));
  }

  /** The type in the annotation, if there is one, or else the type that the method returns. */
  private static ResolvableType responseType(HandlerMethod method) {
    var documented =
        method.getMethodAnnotation(io.swagger.v3.oas.annotations.responses.ApiResponse.class);
    if (documented != null && documented.content().length > 0) {
      return ResolvableType.forClass(documented.content()[0].schema().implementation());
    }
    ResolvableType type = ResolvableType.forMethodReturnType(method.getMethod());
    return type.toClass() == ResponseEntity.class ? type.getGeneric(0) : type;
  }

  private static void describeValidators(Operation operation, HandlerMethod method) {
    if (isList(method)) {
      addHeader(operation, "200", "Link", optionalHeader("The next page, `rel=\"next\"`"));
      return;
    }
    if (!isSignIn(method)) {
      addHeader(operation, "200", "ETag", "The version");
      addHeader(operation, "201", "ETag", "The version");
    }
    addHeader(operation, "201", "Location", "The address of the new resource");
    if (method.hasMethodAnnotation(GetMapping.class)) {
      operation.addParametersItem(headerParameter("If-None-Match", "An ETag: 304 if unchanged"));
      operation.getResponses().addApiResponse("304", new ApiResponse().description("Unchanged"));
      addHeader(operation, "304", "ETag", "The version");
    }
    if (hasPrecondition(method)) {
      operation.addParametersItem(headerParameter("If-Match", "An ETag: 412 if changed since"));
    }
  }

  private static void describeReport(Operation operation) {
    Optional.ofNullable(operation.getResponses().get("200"))
        .map(ApiResponse::getContent)
        .ifPresent(
            content -> content.addMediaType(CSV, new MediaType().schema(new StringSchema())));
    operation.addParametersItem(
        headerParameter("Cache-Control", "`no-cache`: do not use cached figures"));
    for (String status : List.of("200", "304")) {
      addHeader(
          operation, status, "X-Cache", "`HIT` if the figures come from the cache, else `MISS`");
      addHeader(
          operation,
          status,
          "Age",
          optionalHeader("Age of the figures in seconds, only for `HIT`"));
    }
    addHeader(operation, "200", "Link", optionalHeader("The next page, if there are pages"));
  }

  private static void addHeader(
      Operation operation, String status, String name, String description) {
    addHeader(operation, status, name, header(description));
  }

  private static void addHeader(Operation operation, String status, String name, Header header) {
    Optional.ofNullable(operation.getResponses().get(status))
        .ifPresent(response -> response.addHeaderObject(name, header));
  }

  private static Set<Integer> refusals(HandlerMethod method) {
    Set<Integer> statuses = new TreeSet<>(Set.of(400, 406, 429, 500, 503));
    if (!method.hasMethodAnnotation(SecurityRequirements.class)) {
      statuses.add(401);
    }
    if (parameters(method, PathVariable.class).findAny().isPresent()) {
      statuses.add(404);
    }
    if (parameters(method, RequestBody.class).findAny().isPresent()) {
      statuses.addAll(Set.of(408, 413, 415));
    }
    if (hasPrecondition(method)) {
      statuses.addAll(Set.of(409, 412));
    }
    ErrorStatuses more = method.getMethodAnnotation(ErrorStatuses.class);
    if (more != null) {
      Arrays.stream(more.value()).forEach(statuses::add);
    }
    return statuses;
  }

  private void describeRefusal(Operation operation, int status) {
    var response =
        new ApiResponse()
            .description(HttpStatus.valueOf(status).getReasonPhrase())
            .content(
                new Content()
                    .addMediaType(PROBLEM_JSON, new MediaType().schema(schemas.problem())));
    if (status == 401) {
      response.addHeaderObject("WWW-Authenticate", header("`Bearer`"));
    }
    if (status == 429 || status == 503) {
      response.addHeaderObject("Retry-After", header("Seconds"));
    }
    operation.getResponses().addApiResponse(String.valueOf(status), response);
  }

  private static void describeLimits(ApiResponse response) {
    response.addHeaderObject(
        "RateLimit-Policy",
        header("The limit: at most `q` requests at once, refilled in `w` seconds"));
    response.addHeaderObject(
        "RateLimit", header("The rest: `r` requests, one more in `t` seconds"));
  }

  private static boolean isList(HandlerMethod method) {
    return responseType(method).toClass() == ItemsResponse.class;
  }

  /** Reports are available as CSV. */
  private static boolean isReport(HandlerMethod method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
    return mapping != null && Arrays.asList(mapping.produces()).contains(CSV);
  }

  /** The response of a sign-in is not a resource, so it has no version. */
  private static boolean isSignIn(HandlerMethod method) {
    return method.getReturnType().getParameterType() != ResponseEntity.class;
  }

  private static boolean hasPrecondition(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == ExpectedVersion.class);
  }

  private static Stream<MethodParameter> parameters(
      HandlerMethod method, Class<? extends Annotation> annotation) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(annotation));
  }

  private static Header header(String description) {
    return optionalHeader(description).required(true);
  }

  private static Header optionalHeader(String description) {
    return new Header().description(description).schema(new StringSchema());
  }

  private static Parameter headerParameter(String name, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(false)
        .description(description)
        .schema(new StringSchema());
  }
}
