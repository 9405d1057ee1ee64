package io.calllog.offenders.rest.client;

import org.springframework.web.bind.annotation.RestController;

/** A public controller. */
@RestController
public class PublicController {}
