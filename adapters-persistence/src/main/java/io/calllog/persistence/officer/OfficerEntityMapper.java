package io.calllog.persistence.officer;

import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.persistence.shared.AggregateMapping;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.ReportingPolicy;

/** Turns rows into officers and back. */
@Mapper(config = AggregateMapping.class)
interface OfficerEntityMapper {

  @Mapping(target = "details", source = "row")
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // a row knows more than an officer
  Officer toOfficer(OfficerEntity row);

  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the rest is not among the details
  OfficerDetails toDetails(OfficerEntity row);

  /** Makes the row say what the officer does. */
  @Mapping(target = ".", source = "details")
  @Mapping(target = "emailKey", source = "details.email", qualifiedByName = "emailKey")
  void write(Officer officer, @MappingTarget OfficerEntity row);
}
