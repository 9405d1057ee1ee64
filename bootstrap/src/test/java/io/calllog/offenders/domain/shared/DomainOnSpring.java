package io.calllog.offenders.domain.shared;

import org.springframework.stereotype.Component;

@Component
class DomainOnSpring {}
