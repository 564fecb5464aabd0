# frozen_string_literal: true

# Runs posts through the Jekyll that is installed, each in a site of its own, and tells what Jekyll made of it.
# In: JSON {"now": ISO, "posts": [{"file": path from the site's root, "source": base64, "files": {path: text}}]}.
# Out: JSON {"versions": {...}, "recorded": [...]}, one entry a post, in the form of test/fixtures/conformance.

require_relative "jekyllCommon"

def site_of(folder, now, overrides = {})
  config = Jekyll.configuration(
    {
      "source"        => folder,
      "destination"   => File.join(folder, "_site"),
      "time"          => Time.parse(now),
      "disable_disk_cache" => true,
    }.merge(overrides)
  )
  Jekyll::Site.new(config)
end

def read(folder, now, file, overrides = {})
  site = site_of(folder, now, overrides)
  site.reset
  site.read
  path = File.join(folder, file)
  document = site.documents.find { |candidate| candidate.is_a?(Jekyll::Document) && candidate.path == path }
  [site, document]
end

def failure?(messages)
  messages.any? { |level, text| level == "error" && text =~ %r!Error:\s! }
end

def record(post, now, listener)
  Dir.mktmpdir("conference-notes-live-") do |folder|
    post.fetch("files", {}).merge(post["file"] => nil).each do |path, text|
      target = File.join(folder, path)
      FileUtils.mkdir_p(File.dirname(target))
      File.binwrite(target, text || Base64.decode64(post["source"]))
    end
    listener.messages.clear
    # What the site before has set.
    ENV["TZ"] = "UTC"
    Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
    begin
      site, document = read(folder, now, post["file"])
      reason = reason_in(listener.messages, folder)
      if document.nil?
        _, hidden = read(folder, now, post["file"], "future" => true, "unpublished" => true, "show_drafts" => true)
        next({ "outcome" => "skipped", "reason" => reason }) if hidden.nil?

        content = hidden.content.dup
        site.render
        next({ "outcome" => "hidden", "reason" => reason }.merge(known(hidden, content)))
      end
      content = document.content.dup
      bare = failure?(listener.messages)
      site.generate
      site.render
      # Documents of collections other than posts are read and rendered, and only not written.
      next({ "outcome" => "hidden", "reason" => reason }.merge(known(document, content))) unless document.write?

      if bare
        none = { "markdown" => "", "html" => "", "from" => "none", "wholePost" => false }
        next({ "outcome" => "bare", "reason" => reason, "title" => nil, "date" => nil, "url" => nil, "tags" => nil,
               "categories" => [], "excerpt" => none, })
      end
      source = File.read(File.join(folder, post["file"]), :encoding => "bom|utf-8")
      text = source !~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP
      { "outcome" => text ? "text" : "published", "reason" => text || reason.empty? ? nil : reason }.merge(known(document, content))
    rescue Exception => e # Jekyll's own errors end the process, and so derive from it
      { "outcome" => "build-error", "reason" => "#{e.class}: #{e.message}".gsub("#{folder}/", "")[0, 300] }
    end
  end
end

input = JSON.parse($stdin.read)
listener = listen
recorded = input["posts"].map { |post| record(post, input["now"], listener) }
$stdout.write(JSON.generate({ "versions" => versions, "recorded" => recorded }))
