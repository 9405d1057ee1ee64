package io.calllog.rest.shared;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonValue;
import io.calllog.application.shared.ImportId;
import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configures how records of the domain are written as JSON. A value object becomes a string or a
 * number. Methods such as {@code isActiveAdmin()} are not properties.
 */
@Component
class DomainJson implements JsonMapperBuilderCustomizer {

  private static final List<Class<? extends Record>> VALUES =
      List.of(
          ActorId.class,
          ApiKeyId.class,
          CallId.class,
          CallInterval.class,
          ClientId.class,
          Comment.class,
          EmailAddress.class,
          ExternalId.class,
          ImportId.class,
          Name.class,
          OfficerId.class,
          PerDay.class,
          PhoneNumber.class,
          PostalAddress.class,
          RegionId.class);

  @Override
  public void customize(JsonMapper.Builder builder) {
    VALUES.forEach(type -> builder.addMixIn(type, WithValue.class));
    builder.addMixIn(RegionPath.class, WithPath.class);
    builder.addMixIn(CallDuration.class, WithSeconds.class);
    builder.changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE));
  }

  private interface WithValue {
    @JsonValue
    Object value();
  }

  private interface WithPath {
    @JsonValue
    String path();
  }

  private interface WithSeconds {
    @JsonValue
    int seconds();
  }
}
