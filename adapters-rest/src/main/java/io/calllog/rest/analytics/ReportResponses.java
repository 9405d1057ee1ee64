package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.AnalyticsQueries;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.export.Csv;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** Writes the responses of all reports. A cached report is written as it is. */
@Component
class ReportResponses {

  private final AnalyticsQueries queries;
  private final JsonMapper mapper;
  private final EntityTags tags;
  private final ContentNegotiationManager negotiation;
  private final InstantSource clock;

  ReportResponses(
      AnalyticsQueries queries,
      JsonMapper mapper,
      EntityTags tags,
      ContentNegotiationManager negotiation,
      InstantSource clock) {
    this.queries = queries;
    this.mapper = mapper;
    this.tags = tags;
    this.negotiation = negotiation;
    this.clock = clock;
  }

  /**
   * Answers a report on a single page.
   *
   * @param question creates the question from the filter of the request
   * @param body creates the response record from the report
   */
  <R, B extends CsvRows> void answer(
      Actor actor,
      ServletWebRequest request,
      ReportParameters parameters,
      Function<ReportFilter, ReportQuestion<R>> question,
      Function<Report<R>, B> body)
      throws IOException {
    answer(actor, request, parameters, question, body, _ -> null);
  }

  /**
   * Answers one page of a report.
   *
   * @param nextPage the address of the next page; null on the last page
   */
  <R, B extends CsvRows> void answer(
      Actor actor,
      ServletWebRequest request,
      ReportParameters parameters,
      Function<ReportFilter, ReportQuestion<R>> question,
      Function<Report<R>, B> body,
      Function<B, @Nullable String> nextPage)
      throws IOException {
    HttpServletRequest http = request.getRequest();
    MediaType format = format(request);
    boolean asCsv = format.equals(Csv.MEDIA_TYPE);
    Csv csv = parameters.csv().toCsv();
    String formatKey =
        (asCsv ? format + " " + csv : format.toString())
            + Addresses.base() // the links differ
            + http.getServletPath();
    ReportAnswer answer =
        queries.answer(
            actor,
            new AnalyticsQueries.Request<>(
                parameters.from(),
                parameters.to(),
                parameters.defaultDays(),
                range -> question.apply(parameters.filter(range)),
                freshness(http),
                formatKey,
                report -> {
                  B content = body.apply(report);
                  byte[] bytes =
                      asCsv
                          ? csv.bytes(content.header(), content.rows())
                          : mapper.writeValueAsBytes(content);
                  return render(report, bytes, formatKey, nextPage.apply(content));
                }));
    HttpServletResponse response = Objects.requireNonNull(request.getResponse());
    setHeaders(answer, response);
    if (asCsv) {
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(http) + '"');
    }
    if (!request.checkNotModified(answer.entityTag())) {
      response.setContentType(format.toString());
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }

  private ReportAnswer render(
      Report<?> report, byte[] body, String format, @Nullable String nextPage) {
    // Without asOf, the tag changes only with the figures, the range and the format.
    String tag =
        tags.weakOf(List.of(format, report.timeZone(), report.filter().range(), report.content()));
    return new ReportAnswer(body, tag, nextPage, report.asOf(), false);
  }

  private void setHeaders(ReportAnswer answer, HttpServletResponse response) {
    response.setHeader("X-Cache", answer.cached() ? "HIT" : "MISS");
    if (answer.cached()) {
      long age = Duration.between(answer.asOf(), clock.instant()).toSeconds();
      response.setHeader(HttpHeaders.AGE, String.valueOf(Math.max(0, age)));
    }
    if (answer.nextPage() != null) {
      response.setHeader(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(answer.nextPage()));
    }
  }

  /** The name of the report, which is the last segment of its path. */
  private static String fileName(HttpServletRequest http) {
    String path = http.getRequestURI();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(".csv") ? name : name + ".csv";
  }

  /** CSV if the path asks for it, otherwise the first media type in Accept that is available. */
  private MediaType format(ServletWebRequest request) {
    if (request.getRequest().getServletPath().endsWith(".csv")) {
      return Csv.MEDIA_TYPE;
    }
    try {
      return negotiation.resolveMediaTypes(request).stream()
          .flatMap(accepted ->
              Stream.of(MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE)
                  .filter(accepted::isCompatibleWith))
          .findFirst()
          .orElse(MediaType.APPLICATION_JSON);
    } catch (HttpMediaTypeNotAcceptableException e) {
      throw new IllegalStateException("Accept was read before the controller was chosen", e);
    }
  }

  /** The freshness that Cache-Control requires (RFC 9111, section 5.2.1). */
  private static Freshness freshness(HttpServletRequest http) {
    boolean anew =
        Collections.list(http.getHeaders(HttpHeaders.CACHE_CONTROL)).stream()
            .map(header -> header.toLowerCase(Locale.ROOT))
            .anyMatch(header -> header.contains("no-cache") || header.contains("max-age=0"));
    return anew ? Freshness.NEW : Freshness.RECENT;
  }
}
