package io.calllog.persistence.call;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.AggregateMapping;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.ReportingPolicy;

/** Converts rows to calls and back. */
@Mapper(config = AggregateMapping.class, uses = RegionTree.class)
interface CallEntityMapper {

  @Mapping(target = "facts", source = "row")
  @Mapping(target = "region", source = "regionKey")
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the row has more columns
  Call toCall(CallEntity row);

  @Mapping(target = "with", ignore = true) // a method of CallFacts, not a property
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the row has more columns
  CallFacts toFacts(CallEntity row);

  /** Copies the call to the row, except the region, which follows from the officer. */
  @Mapping(target = ".", source = "facts")
  @Mapping(target = "regionKey", ignore = true)
  @BeanMapping(ignoreUnmappedSourceProperties = {"facts", "region"}) // facts: see above
  void write(Call call, @MappingTarget CallEntity row);
}
