package io.calllog.persistence.call;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.persistence.shared.AggregateMapping;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.ReportingPolicy;

/** Converts rows to calls and back. */
@Mapper(config = AggregateMapping.class)
interface CallEntityMapper {

  @Mapping(target = "facts", source = "row")
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the row has more columns
  Call toCall(CallEntity row);

  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the row has more columns
  CallFacts toFacts(CallEntity row);

  /** Copies the call to the row. */
  @Mapping(target = ".", source = "facts")
  @BeanMapping(ignoreUnmappedSourceProperties = "facts") // MapStruct misses the mapping above
  void write(Call call, @MappingTarget CallEntity row);
}
